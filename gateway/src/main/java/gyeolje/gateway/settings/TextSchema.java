package gyeolje.gateway.settings;

import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** Every value is the text that was written, or nothing: a password of 1.10 is no number, and a site code of 1E234 neither. */
final class TextSchema extends JsonSchema {
    @Override
    public ScalarResolver getScalarResolver() {
        return (text, implicit) -> implicit && isNothing(text) ? Tag.NULL : Tag.STR;
    }

    private static boolean isNothing(String text) {
        return text.isEmpty() || text.equals("null") || text.equals("~");
    }
}
