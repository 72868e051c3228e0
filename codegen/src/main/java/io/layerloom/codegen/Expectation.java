package io.layerloom.codegen;

/**
 * What an exported project must compute, from the program that trained.
 *
 * @param configuration SHA-256 of the configuration's JSON before the network is built (UTF-8, closed by a zero byte), in lower-case hexadecimal
 * @param outputs what the trained weights give for the first {@link JavaExport#PROBES} test examples as one mini-batch, one after the other
 * @param retrained SHA-256 of the parameters after one epoch from the first weights (little-endian float32), in lower-case hexadecimal
 */
public record Expectation(String configuration, float[] outputs, String retrained) {

    /**
     * The expectation of a configuration whose JSON is known in full.
     *
     * @param packageName the package of the exported project; the classes of the kit that the JSON names stand in it there
     */
    public static Expectation of(String configurationJson, String packageName, float[] outputs, String retrained) {
        return of(configurationJson.replace(KitSources.PACKAGE, packageName + ".kit"), outputs, retrained);
    }

    /** The expectation of a configuration without classes of the kit. */
    public static Expectation of(String configurationJson, float[] outputs, String retrained) {
        return new Expectation(Hashes.sha256(configurationJson), outputs, retrained);
    }
}
