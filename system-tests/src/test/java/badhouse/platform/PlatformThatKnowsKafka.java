package badhouse.platform;

import org.apache.kafka.common.TopicPartition;

/** Breaks: platform knows no technology; Kafka stays in its adapter. */
public record PlatformThatKnowsKafka(TopicPartition partition) {}
