/**
 * Going live: the versions of the models side by side, files checked before they are deployed, drafts and the days on
 * which they go live, the way back to an older version, cases moved from one version to another, and decision tables
 * replayed on the past.
 */
package org.namad.rollout;
