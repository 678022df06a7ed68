package org.namad.issuance;

/** A registry that is asked about an application (R15). */
public enum Registry { IDENTITY, LICENCE, POLICE }
