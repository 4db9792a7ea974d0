package dev.vitalcore.app;

/** The command line cannot be meant so, whatever files and platforms there are. */
public final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param text names option and value
     */
    public WrongUsage(String text, String remedy) {
        super(text);
        this.remedy = remedy;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
