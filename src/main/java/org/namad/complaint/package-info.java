/** Consumers' complaints: registration, the answer within 96 hours, the consumer's verdict, the ruling (R1–R7). */
package org.namad.complaint;
