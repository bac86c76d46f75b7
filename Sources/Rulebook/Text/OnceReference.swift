import Synchronization

/// A place for an object that is made when it is first asked for.
///
/// Not the library's own `AtomicLazyReference`, which asks the runtime for the type of the object
/// each time one of these is made or read, and a program of rules has thousands.
struct OnceReference<Object: AnyObject & Sendable>: ~Copyable, Sendable {
  private let place = Mutex<Object?>(nil)

  /// The object, once it is there.
  var object: Object? { place.withLock { $0 } }

  /// Puts an object here, unless there is one; gives the one that then is.
  func settled(_ object: Object) -> Object {
    place.withLock { place in
      if let first = place { return first }
      place = object
      return object
    }
  }
}
