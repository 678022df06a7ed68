/** Renewal of seals: opened by a daily sweep, reminded of, decided by the record of complaints (R18–R21). */
package org.namad.renewal;
