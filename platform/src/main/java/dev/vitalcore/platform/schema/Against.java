package dev.vitalcore.platform.schema;

/** What a schema is checked against; the level of the subject says in which directions. */
public sealed interface Against {
    /** The one version that was registered last; in a subject without any, all is compatible. */
    record Latest() implements Against {}

    /** One version. */
    record Version(int number) implements Against {}

    /**
     * What registering it would be checked against: by the level of the subject the latest version
     * or all of them.
     */
    record WhatRegisteringDemands() implements Against {}
}
