/** What a business's conduct has earned it: the ledger of negative points (R2). */
package org.namad.conduct;
