package dev.vitalcore.platform.saga;

import dev.vitalcore.kernel.Refusal;

/** Why a saga does not do what it was told. */
public sealed interface SagaRefusal extends Refusal {
    /** There is one of this name already. */
    record Exists(String saga) implements SagaRefusal {
        @Override
        public String code() {
            return "saga-exists";
        }

        @Override
        public String message() {
            return "saga " + saga + " has been started before";
        }

        @Override
        public String remedy() {
            return "look at it, or start another one under a name of its own";
        }
    }

    /** There is none. */
    record Unknown() implements SagaRefusal {
        @Override
        public String code() {
            return "saga-unknown";
        }

        @Override
        public String message() {
            return "no such saga has been started";
        }

        @Override
        public String remedy() {
            return "list the sagas for their names";
        }
    }

    /** It is over. */
    record Over(String saga, String ending) implements SagaRefusal {
        @Override
        public String code() {
            return "saga-over";
        }

        @Override
        public String message() {
            return "saga " + saga + " is over: " + ending;
        }

        @Override
        public String remedy() {
            return "start another one";
        }
    }

    /** Only one that is stuck can be resumed. */
    record NotStuck(String saga) implements SagaRefusal {
        @Override
        public String code() {
            return "saga-not-stuck";
        }

        @Override
        public String message() {
            return "saga " + saga + " is not stuck, so it cannot be resumed";
        }

        @Override
        public String remedy() {
            return "wait for it, or cancel it";
        }
    }
}
