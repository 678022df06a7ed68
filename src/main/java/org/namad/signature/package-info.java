/** What the platform signs, so that others can check it without asking the platform: profiles of seals (N14). */
package org.namad.signature;
