package dev.vitalcore.streams;

import java.time.Duration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/**
 * The speed layer as a job for a Flink cluster; the jar comes from {@code mvn -Pjob-jar -pl streams
 * package}.
 *
 * <pre>
 *   flink run -p 4 vitalcore-streams-job.jar --bootstrap-servers kafka:9092 [--checkpoint-interval PT5S]
 * </pre>
 *
 * <p>The topics must exist. Parallelism, where checkpoints go and what to resume from are the
 * cluster's business: {@code -p}, {@code execution.checkpointing.dir}, {@code -s}.
 */
public final class SpeedLayerJob {
    private SpeedLayerJob() {}

    public static void main(String[] args) throws Exception {
        ParameterTool arguments = ParameterTool.fromArgs(args);
        String bootstrapServers = arguments.getRequired("bootstrap-servers");
        Duration interval = Duration.parse(arguments.get("checkpoint-interval", "PT5S"));
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(JobOptions.ofJob(interval));
        new TimingTopology(bootstrapServers, TimingCodecs.avro(), StateRetention.DEFAULT)
                .addTo(environment);
        environment.execute();
    }
}
