/** The speed of the house, held against raw peers in the same run: ratios, since rates of a shared machine move by the minute. */
package org.ezhili.distribution.benchmarks;
