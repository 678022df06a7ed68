/** Outages of the platform: their log, and the clocks that they hold up (N7). */
package org.namad.outage;
