/** A whole district to test: its installation as a process, its people as clients. */
package org.ezhili.distribution.systemtests;
