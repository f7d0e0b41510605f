import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Obtains Maven from the package registry for a machine that has only a JDK: {@code java
 * .mvn/ObtainMaven.java <registry> <version> <sha512> <folder>}. The archive is unpacked only if its
 * SHA-512 is the one expected.
 */
class ObtainMaven {
  public static void main(String[] arguments) throws Exception {
    String name = "apache-maven-" + arguments[1];
    Path folder = Path.of(arguments[3]);
    Files.createDirectories(folder);
    URL source =
        URI.create(arguments[0] + "/org/apache/maven/apache-maven/" + arguments[1] + "/" + name + "-bin.zip")
            .toURL();
    Path archive = folder.resolve(name + ".zip.part");
    MessageDigest digest = MessageDigest.getInstance("SHA-512");
    try (InputStream in = new DigestInputStream(source.openStream(), digest)) {
      Files.copy(in, archive, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      System.err.println("Cannot obtain Maven: " + e + ". Install Maven 3.8 or later and run make again.");
      System.exit(1);
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(arguments[2])) {
      System.err.println("Cannot use " + archive + ": its SHA-512 is not that of " + name + ".");
      System.exit(1);
    }
    Path unpacked = folder.resolve(name + ".part");
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = unpacked.resolve(entry.getName()).normalize();
        if (!target.startsWith(unpacked)) {
          throw new IOException("Cannot unpack " + entry.getName() + ": outside the folder");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    Path program = unpacked.resolve(name);
    Files.setPosixFilePermissions(program.resolve("bin/mvn"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(program, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    Files.delete(unpacked);
    Files.delete(archive);
  }
}
