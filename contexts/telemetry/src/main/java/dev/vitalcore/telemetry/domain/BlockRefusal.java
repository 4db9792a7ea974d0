package dev.vitalcore.telemetry.domain;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Refusal;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.kernel.Unit;
import java.time.Instant;

/** Why a block is not taken in. */
public sealed interface BlockRefusal extends Refusal {

    record BlockTooLarge(String quantity, long value, long limit) implements BlockRefusal {
        @Override
        public String code() {
            return "block-too-large";
        }

        @Override
        public String message() {
            return "the block has " + value + " " + quantity + ", the limit is " + limit;
        }

        @Override
        public String remedy() {
            return "cut the recording into shorter blocks";
        }
    }

    record TooManyChannels(long channels, int limit) implements BlockRefusal {
        @Override
        public String code() {
            return "too-many-channels";
        }

        @Override
        public String message() {
            return "the source would have " + channels + " channels, the limit is " + limit;
        }

        @Override
        public String remedy() {
            return "send fewer channels, or split them over several sources";
        }
    }

    record TooManySources(int limit) implements BlockRefusal {
        @Override
        public String code() {
            return "too-many-sources";
        }

        @Override
        public String message() {
            return "there are " + limit + " sources already, which is the limit";
        }

        @Override
        public String remedy() {
            return "raise the limit of sources, or begin with a new data directory";
        }
    }

    record TooManyHoles(long sequence, int limit) implements BlockRefusal {
        @Override
        public String code() {
            return "too-many-holes";
        }

        @Override
        public String message() {
            return "block "
                    + sequence
                    + " would leave more than "
                    + limit
                    + " holes in the numbers of the source";
        }

        @Override
        public String remedy() {
            return "send the missing blocks first; the ledger lists them";
        }
    }

    record SourceBoundElsewhere(SourceId source, EntryId entry, EntryId bound)
            implements BlockRefusal {
        @Override
        public String code() {
            return "source-bound-elsewhere";
        }

        @Override
        public String message() {
            return "source " + source + " belongs to " + bound + ", the block says " + entry;
        }

        @Override
        public String remedy() {
            return "use another source name for another entry";
        }
    }

    record SequenceReused(SourceId source, long sequence, long firstNanos, long lastNanos)
            implements BlockRefusal {
        @Override
        public String code() {
            return "sequence-reused";
        }

        @Override
        public String message() {
            return "block "
                    + sequence
                    + " of source "
                    + source
                    + " has come before, and this one begins at "
                    + EpochNanos.toInstant(firstNanos)
                    + ", after all that came"
                    + (lastNanos == Long.MIN_VALUE
                            ? ""
                            : ", which ends at " + EpochNanos.toInstant(lastNanos));
        }

        @Override
        public String remedy() {
            return "use a new source name when the numbers begin anew";
        }
    }

    record ChannelNameUnusable(String channel) implements BlockRefusal {
        @Override
        public String code() {
            return "channel-name-unusable";
        }

        @Override
        public String message() {
            return "channel name '" + Text.abbreviate(channel, 100) + "' is not usable";
        }

        @Override
        public String remedy() {
            return "use 1 to 80 characters of a-z, 0-9, '.', '_' and '-', beginning with a letter or"
                    + " digit";
        }
    }

    record ChannelUnitWrong(String channel, Unit unit, Unit standard) implements BlockRefusal {
        @Override
        public String code() {
            return "channel-unit-wrong";
        }

        @Override
        public String message() {
            return "channel "
                    + channel
                    + " is a standard channel in "
                    + standard
                    + ", the block has it in "
                    + unit;
        }

        @Override
        public String remedy() {
            return unit.convertsTo(standard)
                    ? "convert the values to " + standard
                    : "give the channel a name of its own";
        }
    }

    record ChannelUnitChanged(String channel, Unit unit, Unit before) implements BlockRefusal {
        @Override
        public String code() {
            return "channel-unit-changed";
        }

        @Override
        public String message() {
            return "channel "
                    + channel
                    + " came in "
                    + before
                    + " before, the block has it in "
                    + unit;
        }

        @Override
        public String remedy() {
            return "keep one unit a channel, or begin a new source";
        }
    }

    record ValueInfinite(String channel, int row, long timeNanos) implements BlockRefusal {
        @Override
        public String code() {
            return "value-infinite";
        }

        @Override
        public String message() {
            return "channel "
                    + channel
                    + " is infinite in row "
                    + row
                    + " ("
                    + EpochNanos.toInstant(timeNanos)
                    + ")";
        }

        @Override
        public String remedy() {
            return "send NaN where there is no sample; check the calibration of the channel";
        }
    }

    record TimeNotIncreasing(String channel, int row, long timeNanos, long beforeNanos)
            implements BlockRefusal {
        @Override
        public String code() {
            return "time-not-increasing";
        }

        @Override
        public String message() {
            return "row "
                    + row
                    + " of the group of "
                    + channel
                    + " is at "
                    + EpochNanos.toInstant(timeNanos)
                    + ", the row before it at "
                    + EpochNanos.toInstant(beforeNanos);
        }

        @Override
        public String remedy() {
            return "sort the rows by time and leave out repeated times";
        }
    }

    record TimeRunningBackwards(String channel, long timeNanos, long reachedNanos, long neighbour)
            implements BlockRefusal {
        @Override
        public String code() {
            return "time-running-backwards";
        }

        @Override
        public String message() {
            return "the group of "
                    + channel
                    + " begins at "
                    + EpochNanos.toInstant(timeNanos)
                    + ", but block "
                    + neighbour
                    + " had reached "
                    + EpochNanos.toInstant(reachedNanos);
        }

        @Override
        public String remedy() {
            return "begin a new source when the clock was set back";
        }
    }

    record TimeRunningAhead(String channel, long timeNanos, long begunNanos, long neighbour)
            implements BlockRefusal {
        @Override
        public String code() {
            return "time-running-ahead";
        }

        @Override
        public String message() {
            return "the group of "
                    + channel
                    + " ends at "
                    + EpochNanos.toInstant(timeNanos)
                    + ", but the later block "
                    + neighbour
                    + " begins at "
                    + EpochNanos.toInstant(begunNanos);
        }

        @Override
        public String remedy() {
            return "number blocks in the order of their time";
        }
    }

    record TimeAbsurd(String channel, Instant time, Instant earliest, Instant latest)
            implements BlockRefusal {
        @Override
        public String code() {
            return "time-absurd";
        }

        @Override
        public String message() {
            return "the group of "
                    + channel
                    + " has a row at "
                    + time
                    + "; usable are "
                    + earliest
                    + " to "
                    + latest;
        }

        @Override
        public String remedy() {
            return "check the clock of the source and that times are nanoseconds since 1970";
        }
    }
}
