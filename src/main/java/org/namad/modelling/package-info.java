/**
 * What process owners may put live: the check of every deployment, and what models may use.
 */
package org.namad.modelling;
