package org.ezhili.points.internal.store.rewards;

/** A picture of a reward, kept in two sizes. */
public record Picture(long id, int width, int height) {

    public String blob() {
        return blob(String.valueOf(id));
    }

    public String smallBlob() {
        return smallBlob(String.valueOf(id));
    }

    public static String blob(String id) {
        return "points/pictures/" + id + ".jpeg";
    }

    public static String smallBlob(String id) {
        return "points/pictures/" + id + "-small.jpeg";
    }
}
