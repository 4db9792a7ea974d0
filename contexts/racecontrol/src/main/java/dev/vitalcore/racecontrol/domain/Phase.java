package dev.vitalcore.racecontrol.domain;

/**
 * Where a session stands. A phase has a method for each step that may follow on it and for no
 * other, so a step that the rules do not know cannot be written down.
 *
 * <pre>
 *  unscheduled ─▶ scheduled ─▶ open ─▶ green ◀──▶ yellow ────┐
 *                     │         │      ▲ ▲ │  ◀──▶ safety car ┤
 *                     │         │      │ │ │         ▲ ▼      ├──▶ chequered ─▶ provisional ─▶ official
 *                     │         │      │ │ └───────▶ red ─────┘                  └──▲ (published anew)
 *                     ▼         ▼      │ └───────────┤ │
 *                  cancelled ◀──┴──────┼─────────────┼─┘
 *                                      └─────────────┘
 *  yellow and safety car may turn red, yellow may turn into a safety car;
 *  after red the session goes on under green or behind the safety car, ends, or is cancelled.
 * </pre>
 */
public sealed interface Phase {
    /** As it is told to people and on the wire. */
    String word();

    /** Nobody has scheduled it. */
    record Unscheduled() implements Phase {
        public Scheduled schedule() {
            return new Scheduled();
        }

        @Override
        public String word() {
            return "unscheduled";
        }
    }

    record Scheduled() implements MayCancel {
        public Open open() {
            return new Open();
        }

        @Override
        public String word() {
            return "scheduled";
        }
    }

    /** The pit lane is open, the clock does not run yet. */
    record Open() implements Signalled, MayGoGreen, MayCancel {
        @Override
        public String word() {
            return "open";
        }
    }

    record Green() implements Running, MayDeploySafetyCar, MayShowRed {
        public Yellow showYellow() {
            return new Yellow();
        }

        @Override
        public String word() {
            return "green";
        }
    }

    record Yellow() implements Running, MayGoGreen, MayDeploySafetyCar, MayShowRed {
        @Override
        public String word() {
            return "yellow";
        }
    }

    record SafetyCar() implements Running, MayGoGreen, MayShowRed {
        @Override
        public String word() {
            return "safety-car";
        }
    }

    record Red() implements Running, MayGoGreen, MayDeploySafetyCar, MayCancel {
        @Override
        public String word() {
            return "red";
        }
    }

    record Chequered() implements Signalled, MayPublish {
        @Override
        public String word() {
            return "chequered";
        }
    }

    record Provisional() implements MayPublish {
        public Official makeOfficial() {
            return new Official();
        }

        @Override
        public String word() {
            return "provisional";
        }
    }

    record Official() implements Phase {
        @Override
        public String word() {
            return "official";
        }
    }

    record Cancelled() implements Signalled {
        @Override
        public String word() {
            return "cancelled";
        }
    }

    /** Race control leads the session there by a signal. */
    sealed interface Signalled extends Phase {}

    /** The session is under way, and may end. */
    sealed interface Running extends Signalled {
        default Chequered showChequered() {
            return new Chequered();
        }
    }

    sealed interface MayGoGreen extends Phase {
        default Green goGreen() {
            return new Green();
        }
    }

    sealed interface MayDeploySafetyCar extends Phase {
        default SafetyCar deploySafetyCar() {
            return new SafetyCar();
        }
    }

    sealed interface MayShowRed extends Phase {
        default Red showRed() {
            return new Red();
        }
    }

    sealed interface MayCancel extends Phase {
        default Cancelled cancel() {
            return new Cancelled();
        }
    }

    /** The driving is over, and a result may be published, or published anew. */
    sealed interface MayPublish extends Phase {
        default Provisional publish() {
            return new Provisional();
        }
    }
}
