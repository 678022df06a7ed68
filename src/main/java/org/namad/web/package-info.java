/**
 * What every page shares (frame, languages, errors, who may go where) and the pages that join several modules: home,
 * inquiry, profile, panel. No module depends on this one.
 */
package org.namad.web;
