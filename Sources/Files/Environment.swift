import Glibc

/// What the environment says of a name; nil where it is not there.
public func environmentVariable(_ name: String) -> String? {
  // The text belongs to the system, which nothing here changes, and is copied at once.
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}
