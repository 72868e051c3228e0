package io.layerloom.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people call a network, as names of Java. */
class JavaNamesTest {

    @Test
    void namesBecomeFitForJava() {
        assertThat(JavaNames.packageOf("MNIST CNN 2")).isEqualTo("mnistcnn2");
        assertThat(JavaNames.packageOf("2 layers")).isEqualTo("network2layers");
        assertThat(JavaNames.packageOf("class")).isEqualTo("networkclass");
        assertThat(JavaNames.packageOf("数字")).isEqualTo("network");
        assertThat(JavaNames.artifactOf(" MNIST: CNN ")).isEqualTo("mnist-cnn");
        assertThat(JavaNames.artifactOf("数字")).isEqualTo("network");
    }
}
