/** Changes of registered data that holders ask for: {@code data-amendment}. */
package org.namad.amendment;
