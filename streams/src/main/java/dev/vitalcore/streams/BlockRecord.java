package dev.vitalcore.streams;

import dev.vitalcore.platform.log.Topics;

/**
 * An encoded block as the log holds it. It travels encoded up to the operator that owns its entry:
 * moving bytes between tasks costs nothing, and a block that cannot be decoded is then a matter of
 * one entry with a known position.
 *
 * <p>Public because Flink serialises records only as long as they are public; not part of the API.
 *
 * @param key the key in the log; empty where it had none
 */
public record BlockRecord(String key, byte[] value, int partition, long offset) {
    String position() {
        return Topics.BLOCKS + "/" + partition + "@" + offset;
    }
}
