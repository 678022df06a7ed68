/**
 * Going live: the versions of the models side by side, files checked before they are deployed, the way back to an older
 * version, and cases moved from one version to another.
 */
package org.namad.rollout;
