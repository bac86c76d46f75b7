import Glibc

/// What stands at a path.
///
/// Asked of the system itself: Foundation also looks up the names of owner and group, in the
/// databases of the machine, which a program that is linked as a whole must not need.
struct FileStatus {
  enum Kind { case folder, regular, other }

  let kind: Kind
  /// Who may read, write and run it, as `chmod` takes it.
  let permissions: UInt32

  /// What a path leads to; nil where nothing stands.
  /// - Parameters:
  ///   - path: the path.
  ///   - isFollowing: whether a link is what it leads to; otherwise it is something other.
  init?(_ path: String, followingLinks isFollowing: Bool = true) {
    var status = stat()
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
