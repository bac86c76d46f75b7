/// Which findings of an audit are explained: an explanation costs many times what the verdict does.
///
/// What a finding says, of whom, and what was required and done, does not depend on it.
enum Explained {
  /// All of them.
  case all
  /// Those that do not have one of these fingerprints.
  case besides(Set<String>)
  /// None.
  case none

  /// Whether a finding is.
  func contains(_ fingerprint: String) -> Bool {
    switch self {
    case .all: true
    case .besides(let known): !known.contains(fingerprint)
    case .none: false
    }
  }
}
