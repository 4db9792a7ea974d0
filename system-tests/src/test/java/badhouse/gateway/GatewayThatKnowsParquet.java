package badhouse.gateway;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.schema.MessageType;

/** Breaks: Parquet and Hadoop stay in their place. */
record GatewayThatKnowsParquet(MessageType schema, Configuration hadoop) {}
