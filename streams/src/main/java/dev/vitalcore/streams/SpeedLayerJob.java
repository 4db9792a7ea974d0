package dev.vitalcore.streams;

import java.time.Duration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/**
 * The speed layer as a job for a Flink cluster.
 *
 * <pre>
 *   flink run -p 4 vitalcore-streams-job.jar --bootstrap-servers kafka:9092
 * </pre>
 *
 * <p>{@code --checkpoint-interval PT5S} is the default. Parallelism, checkpoint directory and what
 * to resume from are the cluster's business: {@code -p}, {@code execution.checkpointing.dir},
 * {@code -s}.
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
