/** Tasks of the staff that nobody has finished in time: who was told of them, and when. */
package org.namad.escalation;
