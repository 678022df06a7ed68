/** How numbers are shown: plots that read from right to left in Persian, a table beside each, and a file. */
package org.namad.figure;
