package dev.vitalcore.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class TimingTopologyTest {
    /** Building the graph fails where a type would need Kryo: generic types are switched off. */
    @Test
    void isTwoChainsWithOneExchangeBetweenThem() {
        JobGraph graph = graph();

        assertThat(graph.getVerticesSortedTopologicallyFromSources())
                .extracting(JobVertex::getName)
                .hasSize(2)
                .satisfies(names -> {
                    assertThat(names.get(0)).contains("blocks");
                    assertThat(names.get(1)).contains("timing").contains("log");
                });
    }

    /** A checkpoint finds its state by the hash of the operator's uid: a changed one loses it. */
    @Test
    void theOperatorsWithStateKeepTheirUids() {
        StreamGraph graph = environment().getStreamGraph();

        assertThat(graph.getStreamNodes())
                .extracting(StreamNode::getTransformationUID)
                .contains("blocks", "timing");
    }

    private static JobGraph graph() {
        return environment().getStreamGraph().getJobGraph();
    }

    private static StreamExecutionEnvironment environment() {
        Configuration options = JobOptions.ofJob(Duration.ofSeconds(5));
        StreamExecutionEnvironment environment = new StreamExecutionEnvironment(options);
        new TimingTopology(
                        "localhost:9092",
                        TimingCodecs.avro(TestSchemas.SCHEMAS),
                        StateRetention.DEFAULT)
                .addTo(environment);
        return environment;
    }
}
