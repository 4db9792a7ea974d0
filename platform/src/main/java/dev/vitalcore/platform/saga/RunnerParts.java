package dev.vitalcore.platform.saga;

import java.time.InstantSource;

/** What the lanes of a runner share. */
record RunnerParts(
        SagaJournal journal,
        StepCodes codes,
        OperatorNotices notices,
        InstantSource clock,
        Workers workers) {}
