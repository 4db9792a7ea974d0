package badhouse.gateway;

import io.questdb.cairo.CairoEngine;
import java.sql.Connection;
import org.apache.flink.api.common.JobID;

/** Breaks: Flink, QuestDB and JDBC stay in their places. */
record GatewayThatKnowsEngines(JobID job, CairoEngine engine, Connection connection) {}
