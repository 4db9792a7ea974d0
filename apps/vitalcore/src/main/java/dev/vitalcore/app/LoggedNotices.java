package dev.vitalcore.app;

import dev.vitalcore.platform.saga.OperatorNotices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices for the operator as warnings in the platform's log. They are also kept with the saga they
 * are about, which the API shows.
 */
final class LoggedNotices implements OperatorNotices {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedNotices.class);

    @Override
    public void tell(Notice notice) {
        LOG.atWarn()
                .addKeyValue("notice", notice.key())
                .addKeyValue("saga", notice.saga())
                .setMessage("{}")
                .addArgument(notice.text())
                .log();
    }
}
