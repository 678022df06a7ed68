/** How the application starts: it stops with wrong settings, saying what to set, and does beside each other what can be done so. */
package org.namad.configuration;
