package org.ezhili.matters.internal.photo;

import java.util.Optional;

/** The formats taken as photos, told apart by their first bytes: names and headers say what the sender likes. */
public enum PhotoFormat {
    JPEG("jpeg", 0xFF, 0xD8, 0xFF),
    PNG("png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');

    private final String word;
    private final int[] magic;

    PhotoFormat(String word, int... magic) {
        this.word = word;
        this.magic = magic;
    }

    public String word() {
        return word;
    }

    public String mediaType() {
        return "image/" + word;
    }

    public static Optional<PhotoFormat> sniff(byte[] content) {
        for (PhotoFormat format : values()) {
            if (format.begins(content)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private boolean begins(byte[] content) {
        if (content.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
