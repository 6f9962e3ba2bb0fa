/** Holds the house to its rules: built jars to those of {@code platform/lib/rules}, sources to those here, layers and contracts in the tests. */
package org.ezhili.platform.build.rules;
