/**
 * From application to seal (R11–R16): eligibility, registries, fee, placement. Applications are handed in at
 * {@link org.namad.issuance.ApplicationDesk}; their course is {@code processes/seal-application.bpmn}.
 */
package org.namad.issuance;
