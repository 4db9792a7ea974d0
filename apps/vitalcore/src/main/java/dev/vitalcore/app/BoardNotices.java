package dev.vitalcore.app;

import dev.vitalcore.platform.notice.Notice.Level;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.saga.OperatorNotices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices of sagas for the operator: on the board, and as warnings in the platform's log. */
record BoardNotices(NoticeBoard board) implements OperatorNotices {
    private static final Logger LOG = LoggerFactory.getLogger(BoardNotices.class);

    @Override
    public void tell(Notice notice) {
        boolean isNew =
                board.post(
                        new dev.vitalcore.platform.notice.Notice(
                                notice.key(),
                                Level.WARNING,
                                "saga/" + notice.saga(),
                                notice.text(),
                                notice.atNanos()));
        if (isNew) {
            LOG.atWarn()
                    .addKeyValue("notice", notice.key())
                    .addKeyValue("saga", notice.saga())
                    .setMessage("{}")
                    .addArgument(notice.text())
                    .log();
        }
    }
}
