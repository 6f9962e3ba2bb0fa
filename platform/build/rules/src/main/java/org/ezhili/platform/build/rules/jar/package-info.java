/** One class per rule on a built jar. */
package org.ezhili.platform.build.rules.jar;
