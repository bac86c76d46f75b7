import Synchronization

/// A place for an object that is made when it is first asked for.
///
/// As the library's own `AtomicLazyReference`, which asks the runtime for the type of the object
/// each time one of these is made, and a program of rules has thousands.
struct OnceReference<Object: AnyObject & Sendable>: ~Copyable, Sendable {
  /// The address of the object, which is retained here; 0 until there is one.
  private let address = Atomic<UInt>(0)

  /// The object, once it is there.
  var object: Object? { Self.object(at: address.load(ordering: .acquiring)) }

  /// Puts an object here, unless there is one; gives the one that then is.
  func settled(_ object: Object) -> Object {
    let made = unsafe Unmanaged.passRetained(object)
    let (isMine, first) = address.compareExchange(
      expected: 0, desired: unsafe UInt(bitPattern: made.toOpaque()),
      ordering: .acquiringAndReleasing)
    if isMine { return object }
    unsafe made.release()
    return Self.object(at: first) ?? object
  }

  private static func object(at address: UInt) -> Object? {
    // Only what was retained is put here, and nothing is taken away.
    unsafe UnsafeRawPointer(bitPattern: address).map {
      unsafe Unmanaged<Object>.fromOpaque($0).takeUnretainedValue()
    }
  }

  deinit {
    let address = address.load(ordering: .acquiring)
    if let object = unsafe UnsafeRawPointer(bitPattern: address) {
      unsafe Unmanaged<Object>.fromOpaque(object).release()
    }
  }
}
