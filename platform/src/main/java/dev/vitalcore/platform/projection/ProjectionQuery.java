package dev.vitalcore.platform.projection;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A question to a view. Runs on one consistent snapshot; must not keep the connection, the tables
 * or anything of them.
 */
@FunctionalInterface
public interface ProjectionQuery<T extends @Nullable Object> {
    /**
     * @param tables those of the live generation
     */
    T run(Connection connection, Tables tables) throws SQLException;
}
