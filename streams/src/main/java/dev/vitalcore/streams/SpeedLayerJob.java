package dev.vitalcore.streams;

import dev.vitalcore.avro.LogSchemas;
import dev.vitalcore.registry.HttpSchemaRegistry;
import java.net.URI;
import java.time.Duration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/**
 * The speed layer as a job for a Flink cluster; the jar comes from {@code mvn -Pjob-jar -pl streams
 * package}.
 *
 * <pre>
 *   flink run -p 4 vitalcore-streams-job.jar --bootstrap-servers kafka:9092 \
 *       --schema-registry http://registry:8081 [--checkpoint-interval PT5S]
 * </pre>
 *
 * <p>The registry is asked when the job is submitted, and not by the job; it must be the one whose
 * numbers stand in the log. The topics must exist. Parallelism, where checkpoints go and what to
 * resume from are the cluster's business: {@code -p}, {@code execution.checkpointing.dir}, {@code
 * -s}.
 */
public final class SpeedLayerJob {
    private SpeedLayerJob() {}

    public static void main(String[] args) throws Exception {
        ParameterTool arguments = ParameterTool.fromArgs(args);
        String bootstrapServers = arguments.getRequired("bootstrap-servers");
        URI registry = URI.create(arguments.getRequired("schema-registry"));
        Duration interval = Duration.parse(arguments.get("checkpoint-interval", "PT5S"));
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(JobOptions.ofJob(interval));
        new TimingTopology(
                        bootstrapServers,
                        TimingCodecs.avro(schemas(registry)),
                        StateRetention.DEFAULT)
                .addTo(environment);
        environment.execute();
    }

    private static LogSchemas.Snapshot schemas(URI address) {
        try (HttpSchemaRegistry registry = new HttpSchemaRegistry(address)) {
            return LogSchemas.registerIn(registry).snapshot();
        }
    }
}
