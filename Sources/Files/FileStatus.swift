import Glibc

/// What stands at a path.
///
/// Asked of the system itself: Foundation also looks up the names of owner and group, in the
/// databases of the machine, which a program that is linked as a whole must not need.
public struct FileStatus: Sendable {
  /// What can stand at a path.
  public enum Kind: Sendable {
    /// A folder.
    case folder
    /// A file with bytes of its own.
    case regular
    /// A pipe, a device, a link that is not followed.
    case other
  }

  /// What it is.
  public let kind: Kind
  /// Who may read, write and run it, as `chmod` takes it.
  public let permissions: UInt32

  /// What a path leads to; nil where nothing stands.
  /// - Parameters:
  ///   - path: the path.
  ///   - isFollowing: whether a link is what it leads to; otherwise it is something other.
  public init?(_ path: String, followingLinks isFollowing: Bool = true) {
    var status = stat()
    // The path is copied before the call, which fills in what outlives it.
    let result = unsafe isFollowing ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { return nil }
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFDIR: .folder
      case S_IFREG: .regular
      default: .other
      }
    permissions = status.st_mode & 0o7777
  }
}
