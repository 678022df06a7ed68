/** Mail: templates, the outbox, delivery and its log. */
package org.namad.notification;
